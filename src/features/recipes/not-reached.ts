/** What a form says when its request never reached the server. */
export const NOT_REACHED =
  'The clinic server was not reached. What you typed is kept; check the network and try again.';
