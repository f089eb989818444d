import { useEffect, useRef, useState } from 'react'
import type { FailureCode, ResidentHit, StaffGlass } from '../../../../../src-preload/contract.ts'
import { readSecurityCode } from '../security-code.ts'

export const findWays = ['card', 'face', 'search'] as const
export type FindWay = (typeof findWays)[number]

/** What was typed to find somebody. */
export interface FindInput {
  readonly way: FindWay
  readonly name: string
  readonly birthDate: string | null
  readonly expiresOn: string | null
  readonly code: string
}

type Answer = { readonly hits: readonly ResidentHit[]; readonly more: boolean } | { readonly code: FailureCode } | 'incomplete' | null

export interface Find {
  readonly input: FindInput
  readonly type: (over: Partial<FindInput>) => void
  readonly busy: boolean
  readonly answer: Answer
  /** The one that the case will be opened for; null while nobody is found or chosen. */
  readonly hit: ResidentHit | null
  readonly choose: (hit: ResidentHit | null) => void
  readonly run: () => void
}

/** Looks the holder up: by the card, by what is printed on it, or by name and birth date. Each look is recorded by main. */
export function useFind(glass: Pick<StaffGlass, 'cardLook' | 'residentSearch'>): Find {
  const [input, setInput] = useState<FindInput>({ way: 'card', name: '', birthDate: null, expiresOn: null, code: '' })
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer>(null)
  const [hit, choose] = useState<ResidentHit | null>(null)
  // An answer to an earlier question could be about somebody else's card.
  const question = useRef(0)
  useEffect(
    () => () => {
      question.current += 1
    },
    [],
  )

  const settle = (next: Answer): void => {
    setBusy(false)
    setAnswer(next)
    const [only, ...others] = next !== null && next !== 'incomplete' && 'hits' in next ? next.hits : []
    choose(only !== undefined && others.length === 0 ? only : null)
  }
  const ask = async (answering: () => Promise<Answer>): Promise<void> => {
    question.current += 1
    const mine = question.current
    settle(null)
    setBusy(true)
    const next = await answering()
    if (mine === question.current) settle(next)
  }
  const look = async (face: Parameters<StaffGlass['cardLook']>[0]): Promise<Answer> => {
    const reply = await glass.cardLook(face)
    return reply.ok ? { hits: [reply.value.hit], more: false } : { code: reply.failure.code }
  }
  const search = async (name: string, born: string): Promise<Answer> => {
    const reply = await glass.residentSearch(name, born)
    return reply.ok ? reply.value : { code: reply.failure.code }
  }
  const run = (): void => {
    const { way, birthDate, expiresOn } = input
    const name = input.name.trim()
    const securityCode = readSecurityCode(input.code)
    if (way === 'card') void ask(() => look(null))
    else if (way === 'face' && birthDate !== null && expiresOn !== null && securityCode !== null) void ask(() => look({ birthDate, expiresOn, securityCode }))
    else if (way === 'search' && birthDate !== null && name !== '') void ask(() => search(name, birthDate))
    else settle('incomplete')
  }
  const type = (over: Partial<FindInput>): void => {
    question.current += 1
    setInput((before) => ({ ...before, ...over }))
    settle(null)
  }
  return { input, type, busy, answer, hit, choose, run }
}
