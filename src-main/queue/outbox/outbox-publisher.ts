/** What a receiver said to one event. `code` is short and stable, for staff and logs. */
export type PublishOutcome =
  | { readonly kind: 'accepted' }
  /** It had this event id already: as good as accepted. */
  | { readonly kind: 'duplicate' }
  /** Nobody answered; says nothing about the event. */
  | { readonly kind: 'unavailable'; readonly code: string }
  /** It was answered, and refused. */
  | { readonly kind: 'refused'; readonly code: string }

/** Port: tells others what happened, such as a message broker. Never rejects. */
export interface OutboxPublisher {
  readonly description: string
  publish(event: { readonly eventId: string; readonly subject: string; readonly payload: string }): Promise<PublishOutcome>
}
