import { Button } from '../../../parts/button.tsx'
import { PersonalName } from '../../../parts/personal-name.tsx'
import { Text } from '../../../parts/text.tsx'
import { formatDate, isRenewable } from '../../../words/dates.ts'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { Stage } from '../../frame/stage.tsx'

/** Everything that will be printed, names in full, and what it costs. */
export function Confirm({ screen }: ScreenProps<'confirm'>) {
  const { snapshot, words, send } = useResident()
  const own = words.screens.confirm
  const { order, members, address, certificateValidUntil } = screen
  const service = words.domain.services[order.service]
  return (
    <Stage
      id="confirm"
      title={own.title}
      lead={own.wrong}
      actions={
        <>
          <div className="confirm-fee">
            <p>
              <Text>{own.copies}</Text>
              <strong>
                <Text>{words.domain.copies(order.copies)}</Text>
              </strong>
            </p>
            <p>
              <Text>{own.fee}</Text>
              <strong className="confirm-yen">
                <Text>{words.domain.yen(order.fee)}</Text>
              </strong>
            </p>
            <p className="confirm-note">
              <Text>{own.payLater}</Text>
            </p>
          </div>
          <p className="confirm-valid">
            <Text>{own.validUntil(formatDate(certificateValidUntil, snapshot.language))}</Text>
            {isRenewable(certificateValidUntil, new Date()) ? (
              <strong>
                <Text>{own.renew}</Text>
              </strong>
            ) : null}
          </p>
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
        <div>
          <dt>
            <Text>{own.kind}</Text>
          </dt>
          <dd>
            <Text>{service.name}</Text>
            <small>
              <Text>{service.legal}</Text>
            </small>
          </dd>
        </div>
        <div>
          <dt>
            <Text>{own.members}</Text>
          </dt>
          <dd>
            <ul className="confirm-members">
              {members.map(({ name, isApplicant }, index) => (
                <li key={index}>
                  <PersonalName>{name}</PersonalName>
                  {isApplicant ? (
                    <small>
                      <Text>{own.applicant}</Text>
                    </small>
                  ) : null}
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>
            <Text>{own.address}</Text>
          </dt>
          <dd>
            <PersonalName>{address}</PersonalName>
          </dd>
        </div>
        <div>
          <dt>
            <Text>{own.included}</Text>
          </dt>
          <dd>
            {order.include.length === 0 ? (
              <Text>{own.noneIncluded}</Text>
            ) : (
              <ul className="confirm-included">
                {order.include.map((option) => (
                  <li key={option}>
                    <Text>{words.domain.options[option].name}</Text>
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
        {order.purpose === null ? null : (
          <div>
            <dt>
              <Text>{own.purpose}</Text>
            </dt>
            <dd>
              <Text>{words.domain.purposes[order.purpose]}</Text>
            </dd>
          </div>
        )}
      </dl>
    </Stage>
  )
}
