/** Who acts where something is done by a command, outside any sign-in. */
export const operator = 'operator'
