namespace SsoOidcGen.Runtime;

/// <summary>The JSON that a <c>credential_process</c> prints (AWS SDKs and Tools Reference, "Process credential provider").</summary>
internal static class ProcessCredentials
{
    private const int SupportedVersion = 1;

    /// <param name="output">What the process printed, in UTF-8.</param>
    /// <param name="where">The position of the command, for messages.</param>
    /// <param name="accountId">The account, unless the output says it.</param>
    /// <exception cref="CredentialsException">The output is not what it should be. It holds secrets, so the message does not quote it.</exception>
    public static AwsCredentials Parse(ReadOnlySpan<byte> output, string where, string? accountId)
    {
        ReadOnlySpan<byte> byteOrderMark = [0xEF, 0xBB, 0xBF];
        ReadOnlySpan<byte> json = output.StartsWith(byteOrderMark) ? output[byteOrderMark.Length..] : output;
        return
            CredentialsDocument.TryParse(json, StringComparer.Ordinal) is { Version: SupportedVersion } document
            && document.ToCredentials(accountId) is { } credentials
            ? credentials
            : throw new CredentialsException(
                $"{where}: the command must print a JSON object with \"Version\": {SupportedVersion}, \"AccessKeyId\" and"
                    + " \"SecretAccessKey\", and if it prints an \"Expiration\", that must be an ISO 8601 time."
            );
    }
}
