using System.Text;
using System.Text.Json;

namespace SsoOidcGen.Runtime;

/// <summary>Finds code and message of an error answer (AWS restJson1 operation error serialization; RFC 6749 §5.2).</summary>
internal static class ErrorParser
{
    private const int ExcerptLength = 256;

    public static ErrorResponse Parse(string operation, HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        AnswerHeaders headers = new(response);
        ErrorMembers members = ErrorMembers.Read(body);
        return new ErrorResponse(operation, response, headers, members.IsObject ? body : default)
        {
            Code = CodeOf(headers, members) ?? ((int)response.StatusCode).ToString(),
            Message = members.Message ?? members.ErrorDescription ?? Describe(response, members, body),
            OAuthError = members.Error,
            OAuthErrorDescription = members.ErrorDescription,
        };
    }

    /// <summary>An error that arrives as a message of an event stream.</summary>
    public static ErrorResponse Parse(string operation, HttpResponseMessage response, EventMessage error)
    {
        ReadOnlySpan<byte> body = error.Payload.Span;
        ErrorMembers members = ErrorMembers.Read(body);
        string code = error.Header<string>(":exception-type") ?? error.Header<string>(":error-code") ?? "UnknownError";
        return new ErrorResponse(operation, response, new AnswerHeaders(response), members.IsObject ? body : default)
        {
            Code = code,
            Message =
                error.Header<string>(":error-message")
                ?? members.Message
                ?? $"The service ended the event stream with {code} and without a message.",
            OAuthError = members.Error,
            OAuthErrorDescription = members.ErrorDescription,
        };
    }

    private static string? CodeOf(AnswerHeaders headers, ErrorMembers members) =>
        Sanitize(headers.ErrorType) ?? Sanitize(members.Code) ?? Sanitize(members.Type) ?? members.Error;

    /// <summary>Cuts a URI behind a colon and a namespace before a number sign.</summary>
    private static string? Sanitize(string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return null;
        }

        ReadOnlySpan<char> name = code;
        int colon = name.IndexOf(':');
        name = colon < 0 ? name : name[..colon];
        name = name[(name.LastIndexOf('#') + 1)..].Trim();
        return name.IsEmpty ? null
            : name.Length == code.Length ? code
            : name.ToString();
    }

    private static string Describe(HttpResponseMessage response, ErrorMembers members, ReadOnlySpan<byte> body)
    {
        string status = $"The service answered {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();
        return members.IsObject || body.IsEmpty ? status + " without a message."
            : IsJson(body) ? status + " with a body that is not a whole JSON object."
            : $"{status} with a body that is not a JSON object: {Excerpt(body)}";
    }

    /// <summary>What gateways have to say is for people; broken JSON may hold secrets and is not repeated.</summary>
    private static bool IsJson(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    private static string Excerpt(ReadOnlySpan<byte> body)
    {
        string text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, ExcerptLength)]).Trim();
        return body.Length > ExcerptLength ? text + "…" : text;
    }

    /// <summary>The members that carry code and message, whatever the service calls them.</summary>
    private struct ErrorMembers
    {
        public bool IsObject;
        public string? Type;
        public string? Code;
        public string? Message;
        public string? Error;
        public string? ErrorDescription;

        public static ErrorMembers Read(ReadOnlySpan<byte> body)
        {
            ErrorMembers members = default;
            try
            {
                Utf8JsonReader reader = new(body);
                members.IsObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
                while (members.IsObject && reader.NextMember(out ReadOnlySpan<byte> name))
                {
                    members.Take(name, ref reader);
                }
            }
            catch (JsonException)
            {
                members.IsObject = false;
            }

            return members;
        }

        private void Take(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                reader.Skip();
            }
            else if (name.SequenceEqual("message"u8) || name.SequenceEqual("Message"u8))
            {
                Message = reader.Text();
            }
            else if (name.SequenceEqual("error_description"u8))
            {
                ErrorDescription = reader.Text();
            }
            else if (name.SequenceEqual("error"u8))
            {
                Error = reader.Text();
            }
            else if (name.SequenceEqual("__type"u8))
            {
                Type = reader.Text();
            }
            else if (name.SequenceEqual("code"u8) || name.SequenceEqual("Code"u8))
            {
                Code = reader.Text();
            }
        }
    }
}
