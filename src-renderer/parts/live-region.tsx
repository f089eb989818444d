/** Says politely what has changed; empty words say nothing. */
export const LiveRegion = ({ children }: { children: string }) => (
  <div className="visually-hidden" role="status" aria-live="polite">
    {children}
  </div>
)
