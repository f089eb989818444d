import { useRef } from 'react'
import { Button } from '../../../../parts/button.tsx'
import { Text } from '../../../../parts/text.tsx'
import { useResident } from '../../../resident-context.tsx'

interface FileButtonProps {
  isChecking: boolean
  onFile: (file: File) => void
}

/** A photo that the resident brought, as a file on a phone or a USB stick. */
export function FileButton({ isChecking, onFile }: FileButtonProps) {
  const { words } = useResident()
  const own = words.screens.application.photo.file
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/jpeg,.jpg,.jpeg"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.item(0) ?? null
          // The same file chosen again is looked at again.
          currentTarget.value = ''
          if (file !== null) onFile(file)
        }}
      />
      <Button isDisabled={isChecking} onPress={() => input.current?.click()}>
        <Text>{isChecking ? own.checking : own.choose}</Text>
      </Button>
    </>
  )
}
