// The tests beside this file run as those in test/editor do, in a workspace that is not trusted.
export { run } from '../editor';
