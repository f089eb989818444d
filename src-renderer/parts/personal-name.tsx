/**
 * A name or an address as recorded, in the Mincho that has every registered form (髙, 葛󠄀), whatever the
 * language of the screen. Variation selectors are left as they are.
 */
export const PersonalName = ({ children }: { children: string }) => (
  <span className="personal-name" lang="ja">
    {children}
  </span>
)
