import { useEffect, useState } from 'react'

/** The page's own clock, for ages and the time of day; main's clock decides everything else. */
export function useNow(everyMs: number): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = window.setInterval(() => {
      setNow(new Date())
    }, everyMs)
    return () => {
      window.clearInterval(timer)
    }
  }, [everyMs])
  return now
}
