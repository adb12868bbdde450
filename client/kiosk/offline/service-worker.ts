/** The kiosk without a network. A new version waits until the page says that nobody is answering. */
import { holdPages } from '../../answer/offline/held-pages.ts'

holdPages({
  name: 'kiosk',
  // filled in when the client is built (answer/build/workers.ts)
  version: '%VERSION%',
  files: '%FILES%'.split(' '),
  pageAt: (pathname) => (/^\/kiosk\/?$/.test(pathname) ? '/index.html' : null),
  shows: 'held',
  data: /^\/api\/(site|logo|pictures\/[^/?]+)(\?|$)/,
  isShared: true,
})
