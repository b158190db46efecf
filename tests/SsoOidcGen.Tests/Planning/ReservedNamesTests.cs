using System.Reflection;
using SsoOidcGen.Planning.Names;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.Tests.Planning;

/// <summary>What the types of the platform and the runtime have already is no name for what a model declares.</summary>
public sealed class ReservedNamesTests
{
    private sealed record Plain(int Value);

    [Fact]
    public void Members_of_every_object_are_reserved() =>
        Assert.Equal(MembersOf(typeof(object)).Order(StringComparer.Ordinal), ReservedNames.ObjectMembers);

    [Fact]
    public void Members_of_every_record_are_reserved() =>
        Assert.Empty(MembersOf(typeof(Plain)).Except(["Value", .. ReservedNames.RecordMembers]));

    [Theory]
    [InlineData("Clone")]
    [InlineData("Dispose")]
    [InlineData("RecordText")]
    [InlineData("Redaction")]
    public void What_a_record_calls_by_name_is_reserved(string name) =>
        Assert.Contains(name, ReservedNames.RecordMembers);

    [Fact]
    public void Members_of_every_exception_are_reserved() =>
        Assert.Empty(MembersOf(typeof(ServiceException)).Except(ReservedNames.ExceptionMembers));

    [Theory]
    [InlineData("BindingValue")]
    [InlineData("CborUnions")]
    [InlineData("CborValue")]
    [InlineData("JsonUnions")]
    [InlineData("JsonValue")]
    [InlineData("Read")]
    [InlineData("XmlCollections")]
    [InlineData("XmlUnions")]
    [InlineData("XmlValue")]
    public void What_an_exception_calls_by_name_is_reserved(string name) =>
        Assert.Contains(name, ReservedNames.ExceptionMembers);

    [Fact]
    public void Settings_of_every_client_are_reserved() =>
        Assert.Empty(MembersOf(typeof(ServiceClientOptions)).Except(ReservedNames.OptionsMembers));

    [Theory]
    [InlineData("ArgumentNullException")]
    [InlineData("Convert")]
    [InlineData("EditorBrowsable")]
    [InlineData("EditorBrowsableState")]
    [InlineData("Exception")]
    [InlineData("IHttpClientBuilder")]
    [InlineData("IServiceCollection")]
    [InlineData("JsonMembers")]
    [InlineData("JsonTokenType")]
    [InlineData("List")]
    [InlineData("Memory")]
    [InlineData("NotSupportedException")]
    [InlineData("OperationCanceledException")]
    [InlineData("Operations")]
    [InlineData("RequestValidationException")]
    [InlineData("ServiceDescription")]
    [InlineData("SocketsHttpHandler")]
    [InlineData("String")]
    [InlineData("System")]
    [InlineData("Type")]
    [InlineData("Uri")]
    [InlineData("WaiterException")]
    [InlineData("WaiterVerdict")]
    public void No_type_of_a_model_is_called_so(string name) => Assert.Contains(name, ReservedNames.Types);

    /// <summary>What generated methods call their variables, at up to three levels of collections.</summary>
    [Fact]
    public void Variables_of_generated_methods_are_reserved() =>
        Assert.Equal(
            "cbor error form http index index2 index3 item item2 item2Value item3 item3Value itemValue json key key2 key3 "
                + "member message reader request response value xml",
            string.Join(' ', ReservedNames.Locals)
        );

    private static IEnumerable<string> MembersOf(Type type) =>
        type.GetMembers(
                BindingFlags.Public
                    | BindingFlags.NonPublic
                    | BindingFlags.Instance
                    | BindingFlags.Static
                    | BindingFlags.FlattenHierarchy
            )
            .Where(static member =>
                member switch
                {
                    MethodBase { IsSpecialName: true } => false,
                    // What the compiler adds, and no name of a model can be.
                    { Name: ['<', ..] } => false,
                    MethodBase method => !method.IsPrivate && !method.IsAssembly,
                    FieldInfo field => field.IsPublic || field.IsFamily,
                    PropertyInfo property => property.GetMethod is { IsPrivate: false, IsAssembly: false },
                    _ => false,
                }
            )
            .Select(static member => member.Name)
            .Distinct();
}
