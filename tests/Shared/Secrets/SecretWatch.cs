using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace SsoOidcGen.Testing;

/// <summary>Learns the secrets of a run from what it sends, gets and keeps, and finds them in what people and programs get to see.</summary>
internal sealed class SecretWatch
{
    // Anything shorter would be found by chance.
    private const int ShortestSecret = 6;

    private static readonly HashSet<string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        "accessToken",
        "refreshToken",
        "idToken",
        "clientSecret",
        "deviceCode",
        "userCode",
        "code",
        "codeVerifier",
        "secretAccessKey",
        "sessionToken",
    };

    private readonly ConcurrentDictionary<string, string> _secrets = new();

    /// <summary>The names of the secrets that are known by now.</summary>
    public HashSet<string> Names => [.. _secrets.Values];

    /// <summary>Whether what is called so is a secret.</summary>
    public static bool IsSecret(string name) => s_names.Contains(name);

    public void Learn(string name, string? secret)
    {
        if (secret?.Length >= ShortestSecret)
        {
            _secrets.TryAdd(secret, name);
        }
    }

    /// <summary>Learns from the members of a message or of a cache file that have a secret's name. Other text teaches nothing.</summary>
    public void LearnFrom(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            LearnFrom(document.RootElement);
        }
        catch (JsonException) { }
    }

    public void AssertAbsent(string? text, string place)
    {
        foreach ((string secret, string name) in _secrets)
        {
            Assert.False(
                text?.Contains(secret, StringComparison.OrdinalIgnoreCase) == true,
                $"{place} holds the {name}: {text}"
            );
        }
    }

    /// <summary>Looks at the text of each thing, and at all that an exception carries.</summary>
    public void AssertAbsent(params IEnumerable<object?> things)
    {
        foreach (object thing in things.OfType<object>())
        {
            AssertAbsent(thing.ToString(), thing.GetType().Name);
            if (thing is Exception exception)
            {
                AssertAbsent(PartsOf(exception));
            }
        }
    }

    private static IEnumerable<object?> PartsOf(Exception exception) =>
        [
            .. exception
                .GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.Name != nameof(Exception.TargetSite))
                .Select(property => property.GetValue(exception)),
            .. exception.Data.Cast<DictionaryEntry>().SelectMany(entry => new[] { entry.Key, entry.Value }),
            .. (exception as AggregateException)?.InnerExceptions ?? [],
        ];

    private void LearnFrom(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (IsSecret(member.Name) && member.Value.ValueKind == JsonValueKind.String)
            {
                Learn(member.Name, member.Value.GetString());
            }

            LearnFrom(member.Value);
        }
    }
}
