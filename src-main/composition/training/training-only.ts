/** The pass that every simulated device asks for: there is none in a production profile, whatever a configuration slipped past its schema. */
export function trainingOnly(isTraining: boolean): { readonly training: true } {
  if (!isTraining) throw new Error('a production profile cannot use anything simulated')
  return { training: true }
}
