import { fileTroubles } from '../../../shell/file-trouble.ts'

/** The computer, its clock and its folders, and the configuration. */
export const machine = {
  fileTroubles: fileTroubles.en,
  troubleAt: ({ path, trouble }: { path: string; trouble: string }) => `${path}: ${trouble}`,
  notThereYet: ({ path }: { path: string }) => `${path} is not there yet; the first start makes it`,
  versions: {
    found: ({ node, sqlite, system }: { node: string; sqlite: string; system: string }) => `Node ${node}, SQLite ${sqlite}, ${system}`,
    harmfulSqlite: 'Install the npm packages again (npm ci): this SQLite may damage its files.',
    otherNode: ({ major }: { major: number }) => `Start by npm run, which takes the Node ${major} of the project.`,
  },
  clock: {
    timeZone: ({ name }: { name: string }) => `time zone ${name}`,
    drift: ({ apart, watched }: { apart: number; watched: number }) => `wall and monotonic clock ${apart} ms apart in ${watched} ms`,
    timeServer: { unknown: 'time server: not known', followed: 'time server: synchronized', ignored: 'time server: NOT synchronized' },
    wrong: 'Set the clock: it decides about certificates, hours and dates on papers.',
    jumping: 'The clock is being set while the kiosk runs; let a time service slew it.',
    switchOn: 'Switch the time service on: timedatectl set-ntp true.',
    seeByHand: 'See by hand that a time service keeps the clock.',
    otherZone: 'Papers and numbers use the time of Japan anyway; for the logs of the system set Asia/Tokyo.',
  },
  shell: {
    none: 'neither Electron nor Chromium',
    install: 'Install chromium, or name a browser in MADOGUCHI_CHROMIUM; until then npm start prints the addresses to open.',
  },
  configuration: {
    valid: ({ what }: { what: string }) => `valid: ${what}`,
    training: 'training',
    profile: ({ name }: { name: string }) => `profile ${name}`,
    terminal: ({ number }: { number: string }) => `terminal ${number}`,
    running: ({ found }: { found: string }) => `${found}; the kiosk is running`,
    /** As the configuration calls them. */
    profiles: { counter: 'counter', 'post-office': 'post-office', 'self-service': 'self-service', outreach: 'outreach' },
  },
  disk: {
    free: ({ megabytes, folder }: { megabytes: number; folder: string }) => `${megabytes} MB free for ${folder}`,
    none: 'Make room: without it no request can be taken. Do not delete the database or its -wal file.',
    little: 'Make room soon: backups and logs need it.',
  },
  folder: {
    found: ({ path, mode }: { path: string; mode: string }) => `${path}, mode ${mode}`,
    open: ({ found }: { found: string }) => `${found}: open to other accounts`,
    close: ({ path }: { path: string }) => `chmod 700 ${path}`,
    notOurs: "Give the folder to the kiosk's account, or run doctor under that account.",
  },
}
