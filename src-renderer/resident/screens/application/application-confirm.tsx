import type { ReactNode } from 'react'
import { applicationWishes } from '../../../../src-preload/contract/values.ts'
import { Button } from '../../../parts/button.tsx'
import { Text } from '../../../parts/text.tsx'
import { dateWords } from '../../../words/dates.ts'
import { Stage } from '../../frame/stage.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'

/** Everything that is applied for, once more; then it goes to the staff. */
export function ApplicationConfirm({ screen }: ScreenProps<'applicationConfirm'>) {
  const { snapshot, words, send } = useResident()
  const application = words.screens.application
  const own = application.confirm
  const { language } = snapshot
  const wanted = applicationWishes.filter((wish) => screen.wishes[wish])
  return (
    <Stage
      id="applicationConfirm"
      title={application.titles.applicationConfirm}
      lead={own.lead}
      actions={
        <>
          <div className="confirm-fee">
            <p>
              <Text>{own.fee}</Text>
              <strong className="confirm-yen">
                <Text>{screen.fee === 0 ? own.free : words.domain.yen(screen.fee)}</Text>
              </strong>
            </p>
          </div>
          {screen.cardValidUntil === null ? null : (
            <p className="confirm-valid">
              <Text>{own.until}</Text>
              <strong>
                <Text>{dateWords(screen.cardValidUntil, language)}</Text>
              </strong>
              <small>
                <Text>{own.untilNote}</Text>
              </small>
            </p>
          )}
          <Button
            look="primary"
            size="large"
            onPress={() => {
              send({ type: 'confirm' })
            }}
          >
            <Text>{own.submit}</Text>
          </Button>
        </>
      }
    >
      <dl className="confirm">
        <Row name={own.kind}>
          <Text>{application.kinds[screen.application].name}</Text>
          <small>
            <Text>{screen.express === null ? application.kinds[screen.application].legal : application.express.legal}</Text>
          </small>
        </Row>
        <Row name={own.formId}>{screen.formId === null ? <Text>{own.noForm}</Text> : <span className="confirm-form-id">{screen.formId.replaceAll(/(.{4})/g, '$1 ')}</span>}</Row>
        <Row name={own.birthDate}>
          <Text>{dateWords(screen.birthDate, language)}</Text>
        </Row>
        <Row name={own.wishes}>
          {wanted.length === 0 ? (
            <Text>{own.none}</Text>
          ) : (
            <ul className="confirm-included">
              {wanted.map((wish) => (
                <li key={wish}>
                  <Text>{application.wishes.items[wish].name}</Text>
                </li>
              ))}
            </ul>
          )}
        </Row>
        <Row name={own.collection}>
          <Text>{application.collection.ways[screen.collection].name}</Text>
        </Row>
        <Row name={own.photo}>
          <Text>{screen.photo === null ? own.photoByStaff : own.photoKept}</Text>
        </Row>
      </dl>
    </Stage>
  )
}

const Row = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>
      <Text>{name}</Text>
    </dt>
    <dd>{children}</dd>
  </div>
)
