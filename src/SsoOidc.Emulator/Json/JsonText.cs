using System.Text.Json;

namespace SsoOidc.Emulator;

internal static class JsonText
{
    public static string Object(params (string Name, string Value)[] members) =>
        $"{{{string.Join(',', members.Select(member => $"{Quote(member.Name)}:{Quote(member.Value)}"))}}}";

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
