using System.Text.Json;

namespace SsoOidcGen.Tests.Models;

/// <summary>Where two JSON values differ, by path. The order of an object's members does not count.</summary>
internal static class JsonDifferences
{
    /// <param name="isProse">Tells members whose values are meant to differ by their name and value.</param>
    public static IEnumerable<string> Between(
        JsonElement ours,
        JsonElement theirs,
        Func<string, JsonElement, bool> isProse,
        string path = "$"
    )
    {
        if (ours.ValueKind == JsonValueKind.Object && theirs.ValueKind == JsonValueKind.Object)
        {
            Dictionary<string, JsonElement> ourMembers = Facts(ours, isProse);
            Dictionary<string, JsonElement> theirMembers = Facts(theirs, isProse);
            return
            [
                .. ourMembers.Keys.Except(theirMembers.Keys).Select(name => $"{path}.{name} is ours alone"),
                .. theirMembers.Keys.Except(ourMembers.Keys).Select(name => $"{path}.{name} is missing"),
                .. ourMembers
                    .Keys.Intersect(theirMembers.Keys)
                    .SelectMany(name => Between(ourMembers[name], theirMembers[name], isProse, $"{path}.{name}")),
            ];
        }

        if (ours.ValueKind == JsonValueKind.Array && ours.GetArrayLength() == ArrayLength(theirs))
        {
            return ours.EnumerateArray()
                .Zip(theirs.EnumerateArray())
                .SelectMany((pair, index) => Between(pair.First, pair.Second, isProse, $"{path}[{index}]"));
        }

        return JsonElement.DeepEquals(ours, theirs) ? [] : [$"{path} is {ours} instead of {theirs}"];
    }

    private static int ArrayLength(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? json.GetArrayLength() : -1;

    private static Dictionary<string, JsonElement> Facts(JsonElement json, Func<string, JsonElement, bool> isProse) =>
        json.EnumerateObject()
            .Where(member => !isProse(member.Name, member.Value))
            .ToDictionary(static member => member.Name, static member => member.Value);
}
