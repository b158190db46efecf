using System.Text.Json;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.Tests.Emitting;

public sealed class UsingsTests
{
    private static readonly HashSet<string> Types =
    [
        .. new[] { typeof(object), typeof(HttpClient), typeof(Uri), typeof(JsonElement), typeof(Enumerable) }
            .Append(typeof(Dictionary<,>))
            .Append(typeof(IServiceProvider))
            .Append(typeof(System.Collections.ObjectModel.ReadOnlyDictionary<,>))
            .Append(typeof(System.Net.HttpStatusCode))
            .Append(typeof(ServiceClient))
            .Append(typeof(SsoOidcGen.Runtime.CompilerServices.ServiceClientRegistration<,>))
            .SelectMany(static type => type.Assembly.GetTypes().Concat(type.Assembly.GetForwardedTypes()))
            .Select(static type => $"{type.Namespace}.{Plain(type.Name)}"),
    ];

    public static TheoryData<string, string> Known =>
        [.. LibraryTypes.Namespaces.Select(static type => (type.Key, type.Value))];

    [Theory]
    [MemberData(nameof(Known))]
    public void A_type_is_found_in_the_namespace_that_has_it(string name, string @namespace)
    {
        Assert.Contains($"{@namespace}.{name}", Types);
        Assert.Equal([@namespace], Of($"new {name}()"));
    }

    /// <summary>Those of the runtime that generated code calls as members of a reader or writer.</summary>
    [Theory]
    [InlineData("reader.ExpectObject();")]
    [InlineData("reader.NextMember(out _)")]
    [InlineData("reader.NextUnionMember(value, out _)")]
    [InlineData("json.WriteDoubleValue(value);")]
    [InlineData("json.WriteEpochSecondsValue(value);")]
    [InlineData("json.WriteSingleValue(value);")]
    public void A_call_of_an_extension_needs_the_namespace_of_the_runtime(string code) =>
        Assert.Equal(["SsoOidcGen.Runtime.CompilerServices"], Of(code));

    [Theory]
    [InlineData("Any")]
    [InlineData("Contains")]
    [InlineData("DefaultIfEmpty")]
    [InlineData("ElementAtOrDefault")]
    [InlineData("FirstOrDefault")]
    [InlineData("LastOrDefault")]
    [InlineData("OfType")]
    [InlineData("Select")]
    [InlineData("SelectMany")]
    [InlineData("Where")]
    public void A_call_of_LINQ_needs_its_namespace_and_a_member_of_its_name_does_not(string name)
    {
        Assert.Contains(typeof(Enumerable).GetMethods(), method => method.Name == name);
        Assert.Equal(["System.Linq"], Of($"request.Items?.{name}(static item => item)"));
        Assert.Empty(Of($"{name} = item,"));
    }

    [Theory]
    [InlineData("text.EnumerateRunes().Count()", "System.Linq")]
    [InlineData("output.Prices.Keys.Count()", "System.Linq")]
    [InlineData("output.Prices.Values.Count()", "System.Linq")]
    [InlineData("member.SequenceEqual(other)", "System")]
    [InlineData("map.GetValueOrDefault(key)", "System.Collections.Generic")]
    [InlineData("await call.ConfigureAwait(false);", "System.Threading.Tasks")]
    [InlineData("my_Task Task2 TaskId task", null)]
    [InlineData("", null)]
    [InlineData("Ω.Æ ÄTask", null)]
    [InlineData("TaskTaskTaskTaskTaskTaskTaskTaskTaskTaskTaskTaskTaskTaskTaskTask", null)]
    public void Other_members_need_theirs(string code, string? @namespace) =>
        Assert.Equal(@namespace is null ? [] : [@namespace], Of(code));

    [Fact]
    public void Those_of_the_platform_come_first_and_each_once() =>
        Assert.Equal(
            ["System", "System.Threading.Tasks", "SsoOidcGen.Runtime", "SsoOidcGen.Runtime.CompilerServices"],
            Of("Operation Task JsonValue Func Task TimeSpan ServiceClient")
        );

    private static IEnumerable<string> Of(string code)
    {
        Usings usings = new();
        usings.AddFrom(code);
        return usings.InOrder;
    }

    private static string Plain(string type)
    {
        int generic = type.IndexOf('`', StringComparison.Ordinal);
        string name = generic < 0 ? type : type[..generic];
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
    }
}
