/** The moment a page is made at. A function, because a page itself asks no clock: what it draws follows from what it is
 *  given. */
export function currentTime(): Date {
  return new Date();
}
