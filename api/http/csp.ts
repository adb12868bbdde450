/** The content policy of every page: nothing inline, nothing from elsewhere; and the count of what browsers report. */
import express, { type RequestHandler } from 'express'
import helmet from 'helmet'

/** SHA-256 of each `<style>` element a page may hold. A hash is added here with the name of what needs it. */
export const styleElementHashes: readonly string[] = []
/** SHA-256 of each `style` attribute written in markup (styles set by script need none). */
export const styleAttributeHashes: readonly string[] = []

export const reportPath = '/api/csp-reports'

const quoted = (hashes: readonly string[]) => hashes.map((hash) => `'${hash}'`)

/** The draft of a questionnaire, tried inside the designer: the only page that may stand in a frame, and only in one of ours. */
const framed = /^\/concevoir\/[a-z0-9-]{2,40}\/essai$/

/** @param https the pages come over https, and must from now on */
export function headers(https: boolean): RequestHandler[] {
  const [alone, inOurFrames] = [policy(https, false), policy(https, true)]
  return [
    (req, res, next) => (framed.test(req.path) ? inOurFrames : alone)(req, res, next),
    (_req, res, next) => {
      res.set('Reporting-Endpoints', `csp="${reportPath}"`)
      res.set(
        'Permissions-Policy',
        'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
      )
      next()
    },
  ]
}

function policy(https: boolean, isFramed: boolean): RequestHandler {
  const attributes = styleAttributeHashes.length > 0 ? ["'unsafe-hashes'", ...quoted(styleAttributeHashes)] : ["'none'"]
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", ...quoted(styleElementHashes)],
        'style-src-attr': attributes,
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'frame-src': ["'self'"],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': [isFramed ? "'self'" : "'none'"],
        'report-uri': [reportPath],
        'report-to': ['csp'],
      },
    },
    strictTransportSecurity: https ? { maxAge: 365 * 24 * 3600, includeSubDomains: false } : false,
    xFrameOptions: { action: isFramed ? 'sameorigin' : 'deny' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
  })
}

/** Counts the reports of browsers and stores nothing of them: they quote addresses and pieces of pages. */
export function violations() {
  let total = 0
  return {
    /** Reads the report so that the browser can send it whole; whatever its type, nobody looks at it. */
    read: express.raw({ type: () => true, limit: 64 * 1024, inflate: false }),
    count: (): undefined => void total++,
    total: () => total,
  }
}
