import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components'

interface DeskFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'password' | 'yen'
  /** Long free text instead of one line. */
  multiline?: boolean
  help?: string
  error?: string | null
  /** The field where typing begins when it appears. */
  takesFocus?: boolean
  maxLength?: number
}

/** A labelled field. Nothing is completed or kept by the browser: the screen is shared. */
export function DeskField({ label, value, onChange, type = 'text', multiline = false, help, error = null, takesFocus = false, maxLength = 256 }: DeskFieldProps) {
  return (
    <TextField
      className="desk-field"
      value={value}
      onChange={onChange}
      type={type === 'password' ? 'password' : 'text'}
      inputMode={type === 'yen' ? 'numeric' : 'text'}
      autoComplete="off"
      {...(takesFocus ? { autoFocus: true } : {})}
      maxLength={maxLength}
      isInvalid={error !== null}
    >
      <Label>{label}</Label>
      {multiline ? <TextArea className="desk-input" rows={3} /> : <Input className={`desk-input desk-input-${type}`} spellCheck="false" onFocus={(event) => event.target.select()} />}
      {help === undefined ? null : (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  )
}
