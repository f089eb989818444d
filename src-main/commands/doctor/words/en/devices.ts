/** Reader and printers. */
export const devices = {
  devices: {
    virtual: 'virtual (training)',
    notBuilt: ({ file }: { file: string }) => `${file} is missing`,
    build: 'Build first: npm run build.',
    reader: {
      notUp: ({ device }: { device: string }) => `${device}: the reader process did not come up`,
      noCard: ({ device }: { device: string }) => `${device}, no card on it`,
      mute: ({ device }: { device: string }) => `${device}: the card on it does not answer`,
      takeOff: 'Take the card off; a real one goes on with its face up.',
      card: ({ device }: { device: string }) => `${device}, a card is on it`,
    },
    printer: {
      held: ({ path }: { path: string }) => `${path}: not asked, because the running kiosk holds the line`,
      seeLight: 'See its light on the staff screen, or stop the kiosk and run doctor again.',
      found: ({ device, condition }: { device: string; condition: string }) => `${device}: ${condition}`,
      /** Where it can't print, the failure's code and remedy say the rest. */
      conditions: {
        ready: 'ready',
        busy: 'busy',
        paperLow: 'paper is low',
        paperOut: 'out of paper',
        coverOpen: 'cover open',
        jam: 'paper jam',
        offline: 'offline',
      },
      haveReady: 'Have paper ready.',
    },
  },
}
