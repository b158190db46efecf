namespace SsoOidcGen.Emitting;

/// <summary>Finds the namespaces of the library types that a piece of code mentions.</summary>
internal static class Usings
{
    /// <summary>By type, or by extension method with its dot.</summary>
    private static readonly Dictionary<string, string> Namespaces = new()
    {
        ["DateTimeOffset"] = "System",
        ["Func"] = "System",
        ["IDisposable"] = "System",
        ["Obsolete"] = "System",
        ["ReadOnlyMemory"] = "System",
        ["ReadOnlySpan"] = "System",
        ["SequenceEqual"] = "System",
        ["TimeSpan"] = "System",
        ["Action"] = "System",
        ["Dictionary"] = "System.Collections.Generic",
        ["GetValueOrDefault"] = "System.Collections.Generic",
        ["IAsyncEnumerable"] = "System.Collections.Generic",
        ["IReadOnlyDictionary"] = "System.Collections.Generic",
        ["IReadOnlyList"] = "System.Collections.Generic",
        ["KeyValuePair"] = "System.Collections.Generic",
        ["ReadOnlyDictionary"] = "System.Collections.ObjectModel",
        ["Stream"] = "System.IO",
        [".Any"] = "System.Linq",
        [".Contains"] = "System.Linq",
        [".DefaultIfEmpty"] = "System.Linq",
        [".ElementAtOrDefault"] = "System.Linq",
        [".EnumerateRunes"] = "System.Linq",
        [".FirstOrDefault"] = "System.Linq",
        [".Keys"] = "System.Linq",
        [".LastOrDefault"] = "System.Linq",
        [".OfType"] = "System.Linq",
        [".Select"] = "System.Linq",
        [".SelectMany"] = "System.Linq",
        [".Values"] = "System.Linq",
        [".Where"] = "System.Linq",
        ["HttpStatusCode"] = "System.Net",
        ["HttpClient"] = "System.Net.Http",
        ["HttpMethod"] = "System.Net.Http",
        ["EnumeratorCancellation"] = "System.Runtime.CompilerServices",
        ["Encoding"] = "System.Text",
        ["StringBuilder"] = "System.Text",
        ["JsonElement"] = "System.Text.Json",
        ["JsonException"] = "System.Text.Json",
        ["Utf8JsonReader"] = "System.Text.Json",
        ["Utf8JsonWriter"] = "System.Text.Json",
        ["CancellationToken"] = "System.Threading",
        ["ConfigureAwait"] = "System.Threading.Tasks",
        ["Task"] = "System.Threading.Tasks",
        ["ValueTask"] = "System.Threading.Tasks",
        ["IHttpClientBuilder"] = "Microsoft.Extensions.DependencyInjection",
        ["IServiceCollection"] = "Microsoft.Extensions.DependencyInjection",
        ["AuthScheme"] = "SsoOidcGen.Runtime",
        ["BindingText"] = "SsoOidcGen.Runtime",
        ["BindingValue"] = "SsoOidcGen.Runtime",
        ["Endpoint"] = "SsoOidcGen.Runtime",
        ["EndpointArn"] = "SsoOidcGen.Runtime",
        ["EndpointAuthScheme"] = "SsoOidcGen.Runtime",
        ["EndpointContext"] = "SsoOidcGen.Runtime",
        ["EndpointException"] = "SsoOidcGen.Runtime",
        ["EndpointFunctions"] = "SsoOidcGen.Runtime",
        ["EndpointUrl"] = "SsoOidcGen.Runtime",
        ["ErrorResponse"] = "SsoOidcGen.Runtime",
        ["EventMessage"] = "SsoOidcGen.Runtime",
        ["EventWriter"] = "SsoOidcGen.Runtime",
        ["EventStreams"] = "SsoOidcGen.Runtime",
        ["JsonValue"] = "SsoOidcGen.Runtime",
        ["JsonWriting"] = "SsoOidcGen.Runtime",
        ["ExpectObject"] = "SsoOidcGen.Runtime",
        ["JsonUnions"] = "SsoOidcGen.Runtime",
        ["NextMember"] = "SsoOidcGen.Runtime",
        ["NextUnionMember"] = "SsoOidcGen.Runtime",
        ["Operation"] = "SsoOidcGen.Runtime",
        ["OperationResult"] = "SsoOidcGen.Runtime",
        ["Partition"] = "SsoOidcGen.Runtime",
        ["PageTokens"] = "SsoOidcGen.Runtime",
        ["PaginationException"] = "SsoOidcGen.Runtime",
        ["Redaction"] = "SsoOidcGen.Runtime",
        ["RequestFaults"] = "SsoOidcGen.Runtime",
        ["RequestWriter"] = "SsoOidcGen.Runtime",
        ["SensitiveValues"] = "SsoOidcGen.Runtime",
        ["ServiceClient"] = "SsoOidcGen.Runtime",
        ["ServiceClientOptions"] = "SsoOidcGen.Runtime",
        ["ServiceException"] = "SsoOidcGen.Runtime",
        ["ServiceResponse"] = "SsoOidcGen.Runtime",
        ["Waiter"] = "SsoOidcGen.Runtime",
        ["WaiterOptions"] = "SsoOidcGen.Runtime",
        ["Timestamps"] = "SsoOidcGen.Runtime",
        ["WriteDoubleValue"] = "SsoOidcGen.Runtime",
        ["WriteEpochSecondsValue"] = "SsoOidcGen.Runtime",
        ["WriteSingleValue"] = "SsoOidcGen.Runtime",
    };

    /// <summary>In the order of their names, those of the platform first.</summary>
    public static IEnumerable<string> Of(string code)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        int start = 0;
        for (int i = 0; i <= code.Length; i++)
        {
            if (i < code.Length && (char.IsLetterOrDigit(code[i]) || code[i] == '_'))
            {
                continue;
            }

            if (i > start && char.IsUpper(code[start]))
            {
                Add(code.Substring(start, i - start), found);
                if (start > 0 && code[start - 1] == '.')
                {
                    Add(code.Substring(start - 1, i - start + 1), found);
                }
            }

            start = i + 1;
        }

        return found
            .OrderBy(static name => !name.StartsWith("System", StringComparison.Ordinal))
            .ThenBy(static name => name, StringComparer.Ordinal);
    }

    private static void Add(string word, HashSet<string> found)
    {
        if (Namespaces.TryGetValue(word, out string? name))
        {
            found.Add(name);
        }
    }
}
