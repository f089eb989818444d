import { readFileSync } from 'node:fs'

const megabytes = (pid: number, field: 'VmHWM' | 'VmRSS'): number =>
  Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** The most resident memory that a process ever had, MB. */
export const peakMemory = (pid: number): number => megabytes(pid, 'VmHWM')

/** What it has now, MB. */
export const residentMemory = (pid: number): number => megabytes(pid, 'VmRSS')
