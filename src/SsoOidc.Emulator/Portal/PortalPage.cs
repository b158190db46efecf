using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace SsoOidc.Emulator;

/// <summary>Cuts a list into pages; the token for the next one is opaque to clients.</summary>
internal static class PortalPage
{
    private const int LargestMaxResult = 100;

    public static Task WriteAsync<T>(
        HttpContext context,
        string member,
        IReadOnlyList<T> items,
        int pageSize,
        Action<Utf8JsonWriter, T> writeMembers
    )
    {
        int start = Start(context.Request.Query["next_token"].ToString(), items.Count);
        int end = Math.Min(items.Count, start + Math.Min(pageSize, MaxResult(context.Request)));
        return JsonResponse.WriteAsync(
            context,
            json =>
            {
                if (end < items.Count)
                {
                    json.WriteString("nextToken", Token(end));
                }

                json.WriteStartArray(member);
                for (int i = start; i < end; i++)
                {
                    json.WriteStartObject();
                    writeMembers(json, items[i]);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }
        );
    }

    private static int MaxResult(HttpRequest request)
    {
        string text = request.Query["max_result"].ToString();
        if (text.Length == 0)
        {
            return LargestMaxResult;
        }

        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            && value is >= 1 and <= LargestMaxResult
            ? value
            : throw PortalError.InvalidRequest($"max_result is not between 1 and {LargestMaxResult}");
    }

    private static string Token(int start) => WebEncoders.Base64UrlEncode(Encoding.ASCII.GetBytes($"from:{start}"));

    private static int Start(string token, int count)
    {
        if (token.Length == 0)
        {
            return 0;
        }

        for (int start = 1; start < count; start++)
        {
            if (Token(start) == token)
            {
                return start;
            }
        }

        throw PortalError.InvalidRequest("The next_token is not valid");
    }
}
