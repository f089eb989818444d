import { test as base } from '@playwright/test'
import { servePhotoSite, type PhotoSite } from './photo-site.ts'

export { people, withoutPeople } from './photo-site.ts'

/** The page with the photo studio, built and served once a worker; every test opens browsers of its own, with the cameras it needs. */
export const test = base.extend<object, { site: PhotoSite }>({
  site: [
    async ({}, use, worker) => {
      const site = await servePhotoSite(String(worker.workerIndex))
      await use(site)
      site.close()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

export { expect } from '@playwright/test'
