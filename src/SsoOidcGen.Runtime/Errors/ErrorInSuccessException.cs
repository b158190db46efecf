namespace SsoOidcGen.Runtime;

/// <summary>
/// The status of a response promises an output, but its body is an error: some operations begin to respond before they know
/// how they end (Amazon S3, <c>CompleteMultipartUpload</c>).
/// </summary>
internal sealed class ErrorInSuccessException : Exception;
