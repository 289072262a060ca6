/** The endings of domains that letters, notes and judgments have; behind "www." any ending is one. */
export const DOMAIN_ENDINGS =
  'com|org|net|edu|gov|mil|int|info|biz|io|ai|app|dev|co|me|us|uk|de|fr|es|it|nl|be|ch|at|eu|ca|au|nz|jp|cn|in|br|mx|se|no|dk|fi|pl|pt|ie|lu|li|ru|ua|cz|sk|si|hr|ro|bg|hu|gr|tr|za|kr|sg|hk|tw|ar|cl|pe|uy|ve|ec|bo|py|cr|health|care|law|legal|clinic|hospital|doctor|dental|online|site|shop|web|xyz|tv|cc|cat|gal|eus|bzh|frl|scot|wales|london|paris|berlin|wien|bayern|hamburg|koeln|ruhr|swiss|example'

export const DOMAIN_ENDING = new RegExp(`^(?:${DOMAIN_ENDINGS})$`, 'iu')
