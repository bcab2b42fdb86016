/** Said where the sealed copy has the same bytes as the reviewed text: an electronic seal or a scan would change them. */
export const sameFile = '与审定文本是同一个文件，请核对是否已签字盖章';
