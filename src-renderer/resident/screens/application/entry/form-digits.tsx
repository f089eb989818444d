import { LiveRegion } from '../../../../parts/live-region.tsx'
import { Text } from '../../../../parts/text.tsx'
import { plain } from '../../../../words/furigana.ts'
import { useResident } from '../../../resident-context.tsx'

export const formIdLength = 23
/** In groups, as people compare long numbers. */
const groups = [0, 4, 8, 12, 16, 20].map((start) => ({ start, end: Math.min(start + 4, formIdLength) }))

/** The digits as they are typed, in the form's order, and how many are missing. */
export function FormDigits({ digits }: { digits: string }) {
  const { words } = useResident()
  const own = words.screens.application.form
  const said = digits.length === formIdLength ? own.complete : own.typed(digits.length)
  return (
    <>
      <div className="form-id-digits" role="img" aria-label={digits === '' ? plain(said) : Array.from(digits).join(' ')}>
        {groups.map(({ start, end }) => (
          <span key={start} className="form-id-group">
            {Array.from({ length: end - start }, (_, index) => (
              <span key={index} className={start + index < digits.length ? 'form-id-digit' : 'form-id-digit form-id-open'}>
                {digits[start + index] ?? ''}
              </span>
            ))}
          </span>
        ))}
      </div>
      {digits === '' ? null : (
        <p className="form-id-count">
          <Text>{said}</Text>
        </p>
      )}
      <LiveRegion>{digits === '' ? '' : plain(said)}</LiveRegion>
    </>
  )
}
