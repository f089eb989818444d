import { Button } from '../../../parts/button.tsx'
import { Check } from '../../../parts/check.tsx'
import { maskName } from '../../../parts/mask-name.ts'
import { PersonalName } from '../../../parts/personal-name.tsx'
import { Text } from '../../../parts/text.tsx'
import { useResident, type ScreenOf, type ScreenProps } from '../../resident-context.tsx'
import { Stage } from '../../frame/stage.tsx'

/** Who is to be on the paper; family names wait for the screen where they must be checked. */
export function ChooseMembers({ screen }: ScreenProps<'chooseMembers'>) {
  const { snapshot, words, send } = useResident()
  const own = words.screens.chooseMembers
  const chosen = screen.members.filter((member) => member.selected).length
  return (
    <Stage
      id="chooseMembers"
      title={own.title}
      lead={own.lead}
      actions={
        <>
          <p className="members-chosen" role="status">
            <Text>{chosen === 0 ? own.none : own.chosen(chosen)}</Text>
          </p>
          <Button
            look="primary"
            size="large"
            isDisabled={!snapshot.can.next || chosen === 0}
            onPress={() => {
              send({ type: 'next' })
            }}
          >
            <Text>{own.next}</Text>
          </Button>
        </>
      }
    >
      <ul className="members">
        {screen.members.map((member) => (
          <Member key={member.memberId} member={member} />
        ))}
      </ul>
    </Stage>
  )
}

function Member({ member }: { member: ScreenOf<'chooseMembers'>['members'][number] }) {
  const { words, send } = useResident()
  const own = words.screens.chooseMembers
  const { memberId, name, isApplicant, selected } = member
  return (
    <li>
      <Check
        isChecked={selected}
        state={<Text>{selected ? own.on : own.off}</Text>}
        legal={isApplicant ? <Text>{own.applicant}</Text> : undefined}
        onChange={() => {
          send({ type: 'toggleMember', memberId })
        }}
      >
        <PersonalName>{maskName(name)}</PersonalName>
      </Check>
    </li>
  )
}
