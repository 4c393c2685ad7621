import type { ServerHost } from './serverHost';

/** So long do hover and completion wait for the text as it stands, in milliseconds: a person does not notice. */
const SOON = 40;

/** What a promise gives, or `later` when it takes long. */
export function takeSoon<T>(promise: Promise<T>, host: Pick<ServerHost, 'after'>): Promise<T | 'later'> {
  return new Promise((resolve, reject) => {
    const cancel = host.after(SOON, () => resolve('later'));
    promise.then(resolve, reject).finally(cancel);
  });
}
