import { v7 } from 'uuid'

/** UUIDv7: sortable by time, for rows and sessions. What opens a door is 128 random bits instead. */
export const uuidv7 = (): string => v7()
