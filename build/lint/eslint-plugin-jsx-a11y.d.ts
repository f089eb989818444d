/** The plugin ships no types; this is what the lint settings use of it. */
declare module 'eslint-plugin-jsx-a11y' {
  import type { Linter } from 'eslint'
  const plugin: { flatConfigs: { strict: Linter.Config } }
  export default plugin
}
