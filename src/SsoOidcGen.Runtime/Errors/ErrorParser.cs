using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Finds code and message of an error response (AWS restJson1 operation error serialization; RFC 6749 §5.2).</summary>
internal static class ErrorParser
{
    private static readonly SearchValues<char> IdentifierCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-"
    );

    private const int ExcerptBytes = 256;
    private const int MessageBytes = 4096;
    private const int LongestCode = 128;

    /// <summary>An error that is a response. Its body holds no secrets; a flaw says in a sentence why a part of it is missing.</summary>
    public static ErrorResponse Parse(
        ErrorFormat format,
        string operation,
        HttpResponseMessage response,
        ReadOnlySpan<byte> body,
        SensitiveValues secrets,
        string? flaw
    )
    {
        body = JsonText.WithoutMark(body);
        string? otherFormat = format.FlawOf(response);
        ResponseMetadata headers = new(response);
        ErrorMembers members = otherFormat is null ? format.Read(body) : default;
        string? errorType = format.HasTypeHeader && headers.ErrorType is { } type ? secrets.Redact(type) : null;
        string code = CodeOf(errorType, members) ?? ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        string? queryCode = headers.QueryErrorCode is { } query ? secrets.Redact(query) : null;
        return new ErrorResponse(operation, response, headers, members.IsObject ? body : default, secrets)
        {
            Code = code,
            ReportedCode = Identifier(queryCode) ?? code,
            Message =
                MessageOf(members) ?? secrets.Redact(Describe(format, response, members, body, flaw ?? otherFormat)),
            OAuthError = members.Error,
            OAuthErrorDescription = Shortened(members.ErrorDescription, MessageBytes),
            RequestIdOfBody = Shortened(members.RequestId, LongestCode),
        };
    }

    /// <summary>An error that arrives as a message of an event stream, with its type and message where its headers tell them.</summary>
    public static ErrorResponse Parse(
        ErrorFormat format,
        string operation,
        HttpResponseMessage response,
        string? type,
        string? message,
        ReadOnlySpan<byte> body,
        SensitiveValues secrets
    )
    {
        ErrorMembers members = format.Read(body);
        string code = Identifier(type is null ? null : secrets.Redact(type)) ?? "UnknownError";
        return new ErrorResponse(
            operation,
            response,
            new ResponseMetadata(response),
            members.IsObject ? body : default,
            secrets
        )
        {
            Code = code,
            ReportedCode = code,
            Message =
                (message is null ? null : Shortened(secrets.Redact(message), MessageBytes))
                ?? MessageOf(members)
                ?? $"The service ended the event stream with {code} and without a message.",
            OAuthError = members.Error,
            OAuthErrorDescription = Shortened(members.ErrorDescription, MessageBytes),
        };
    }

    private static string? CodeOf(string? errorType, ErrorMembers members) =>
        Identifier(errorType) ?? Identifier(members.Type) ?? Identifier(members.Code) ?? Identifier(members.Error);

    /// <summary>Null where there is none, or an empty one.</summary>
    private static string? MessageOf(ErrorMembers members) =>
        members.Message is { Length: > 0 } message ? Shortened(message, MessageBytes)
        : members.ErrorDescription is { Length: > 0 } description ? Shortened(description, MessageBytes)
        : null;

    /// <summary>Cuts a URI behind a colon and a namespace before a number sign. What is left is an identifier, or no code.</summary>
    private static string? Identifier(string? code)
    {
        ReadOnlySpan<char> name = code;
        int colon = name.IndexOf(':');
        name = colon < 0 ? name : name[..colon];
        name = name[(name.LastIndexOf('#') + 1)..].Trim();
        return !IsIdentifier(name) ? null
            : name.Length == code!.Length ? code
            : name.ToString();
    }

    private static bool IsIdentifier(ReadOnlySpan<char> name) =>
        name.Length is > 0 and <= LongestCode
        && (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && !name.ContainsAnyExcept(IdentifierCharacters);

    private static string Describe(
        ErrorFormat format,
        HttpResponseMessage response,
        ErrorMembers members,
        ReadOnlySpan<byte> body,
        string? flaw
    )
    {
        string status = Shortened(
            $"The service responded with {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd(),
            ExcerptBytes
        )!;
        return flaw is not null ? $"{status} with a body that could not be read. {flaw}"
            : members.IsObject || body.IsEmpty ? status + " without a message."
            // What gateways say is meant for humans; broken content may hold secrets and is not repeated.
            : format.IsDamaged(body) ? $"{status} with a body that is not a whole {format.Object}."
            : $"{status} with a body that is not a {format.Object}: {Excerpt(body)}";
    }

    /// <summary>The beginning of a text.</summary>
    public static string Excerpt(ReadOnlySpan<byte> body) =>
        Shortened(Encoding.UTF8.GetString(body[..Math.Min(body.Length, 2 * ExcerptBytes)]).Trim(), ExcerptBytes)!;

    /// <summary>Cuts a text behind its last whole character within so many bytes of UTF-8.</summary>
    private static string? Shortened(string? text, int bytes)
    {
        // No character takes more than three bytes per UTF-16 unit.
        if (text is null || text.Length <= bytes / 3)
        {
            return text;
        }

        byte[] utf8 = ArrayPool<byte>.Shared.Rent(bytes);
        Utf8.FromUtf16(text, utf8.AsSpan(0, bytes), out int length, out int written);
        utf8.AsSpan(0, written).Clear();
        ArrayPool<byte>.Shared.Return(utf8);
        return length == text.Length ? text : text[..length] + "…";
    }
}
