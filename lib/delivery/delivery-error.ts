/** Why something could not be delivered, in a word that the screen has a sentence for; `detail` is a number of the
 *  answer. Never an address or anything secret. */
export class DeliveryError extends Error {
  constructor(
    readonly why:
      'private-address' | 'status' | 'refused' | 'unreachable' | 'no-encryption' | 'bad-address',
    readonly detail: string = '',
  ) {
    super(detail ? `${why} ${detail}` : why);
    this.name = 'DeliveryError';
  }
}

/** The same of whatever was thrown. */
export const asDeliveryError = (error: unknown): DeliveryError =>
  error instanceof DeliveryError ? error : new DeliveryError('unreachable');
