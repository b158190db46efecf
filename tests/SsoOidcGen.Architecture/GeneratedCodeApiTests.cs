using System.ComponentModel;
using Mono.Cecil;

namespace SsoOidcGen.Architecture;

/// <summary>Holds apart what people use of the runtime and what only generated code calls.</summary>
public sealed class GeneratedCodeApiTests : IDisposable
{
    private const string Namespace = "SsoOidcGen.Runtime.CompilerServices";

    private readonly ModuleDefinition _runtime = ModuleDefinition.ReadModule(
        Path.Combine(AppContext.BaseDirectory, "SsoOidcGen.Runtime.dll")
    );

    public void Dispose() => _runtime.Dispose();

    [Fact]
    public void What_only_generated_code_calls_is_hidden_and_has_a_namespace_of_its_own()
    {
        IEnumerable<string> hidden = PublicTypes.Where(IsHidden).Select(static type => type.FullName);

        Assert.Equal(PublicTypes.Where(IsForGeneratedCode).Select(static type => type.FullName), hidden);
        Assert.NotEmpty(hidden);
    }

    [Fact]
    public void What_people_see_mentions_nothing_that_only_generated_code_calls() =>
        Assert.Equal(
            [],
            PublicTypes
                .Where(static type => !IsForGeneratedCode(type))
                .SelectMany(static type => type.Methods)
                .Where(static method => (method.IsPublic || method.IsFamily) && !IsHidden(method))
                .Where(static method => !IsHidden(PropertyOf(method)))
                .Where(MentionsGeneratedCodeApi)
                .Select(static method => method.FullName)
        );

    private IEnumerable<TypeDefinition> PublicTypes => _runtime.Types.Where(static type => type.IsPublic);

    private static bool IsForGeneratedCode(TypeReference type) => type.Namespace == Namespace;

    private static bool IsHidden(ICustomAttributeProvider? declared) =>
        declared?.CustomAttributes.Any(static attribute =>
            attribute.AttributeType.FullName == typeof(EditorBrowsableAttribute).FullName
            && (EditorBrowsableState)attribute.ConstructorArguments[0].Value == EditorBrowsableState.Never
        )
            is true;

    private static PropertyDefinition? PropertyOf(MethodDefinition method) =>
        method.DeclaringType.Properties.FirstOrDefault(property =>
            property.GetMethod == method || property.SetMethod == method
        );

    private static bool MentionsGeneratedCodeApi(MethodDefinition method) =>
        method
            .Parameters.Select(static parameter => parameter.ParameterType)
            .Append(method.ReturnType)
            .SelectMany(CompiledAssembly.Parts)
            .Any(IsForGeneratedCode);
}
