import { useEffect, useState, type RefObject } from 'react'
import { Button } from '../../parts/button.tsx'
import { DownIcon } from '../../parts/icons/icons.tsx'
import { Text } from '../../parts/text.tsx'
import { useResident } from '../resident-context.tsx'

/** Rounding of the browser: less than this isn't a rest worth showing. */
const slack = 8

/** Not everybody looks for a scroll bar: says that there is more below, and shows it at a touch. */
export function ScrollMore({ area }: { area: RefObject<HTMLElement | null> }) {
  const { words } = useResident()
  const [more, setMore] = useState(false)
  useEffect(() => {
    const element = area.current
    if (element === null) return
    const look = (): void => {
      setMore(element.scrollHeight - element.clientHeight - element.scrollTop > slack)
    }
    const sizes = new ResizeObserver(look)
    const watch = (): void => {
      sizes.disconnect()
      for (const child of [element, ...element.children]) sizes.observe(child)
    }
    const children = new MutationObserver(watch)
    children.observe(element, { childList: true })
    element.addEventListener('scroll', look, { passive: true })
    watch()
    return () => {
      sizes.disconnect()
      children.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [area])
  if (!more) return null
  return (
    <div className="scroll-more">
      <Button
        icon={<DownIcon />}
        onPress={() => {
          area.current?.scrollBy({ top: area.current.clientHeight * 0.7, behavior: 'smooth' })
        }}
      >
        <Text>{words.frame.more}</Text>
      </Button>
    </div>
  )
}
