/**
 * Loaded before any schema is built. zod would write a function for each object schema and have it compiled on its first
 * use, which pays after thousands of checks; a kiosk checks each of its hundreds once at its start and then a few a
 * second. Nothing in this program makes code from text.
 */
import { z } from 'zod'

z.config({ jitless: true })
