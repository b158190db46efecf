using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SsoOidcGen.Architecture;

/// <summary>Reads from a compiled assembly which of its types use which others.</summary>
internal static class CompiledAssembly
{
    /// <summary>The uses that lead from one folder of the project to another.</summary>
    /// <param name="path">The assembly.</param>
    /// <param name="project">The folder of its project.</param>
    public static IReadOnlyList<TypeUse> FindUses(string path, string project)
    {
        SourceFolders folders = new(project);
        using ModuleDefinition module = ModuleDefinition.ReadModule(path);
        HashSet<TypeUse> uses = [];
        foreach (TypeDefinition type in module.Types.SelectMany(WithNested))
        {
            TypeDefinition user = Outermost(type);
            foreach (TypeReference mentioned in MentionedBy(type).SelectMany(Parts))
            {
                TypeDefinition? used = mentioned.Scope == module ? Outermost(mentioned.Resolve()) : null;
                if (
                    used is not null
                    && folders.Find(user.FullName) is { } from
                    && folders.Find(used.FullName) is { } to
                    && from != to
                )
                {
                    uses.Add(new TypeUse(from, user.Name, to, used.Name));
                }
            }
        }

        return [.. uses];
    }

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) =>
        type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static TypeDefinition Outermost(TypeDefinition type) =>
        type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<TypeReference> MentionedBy(TypeDefinition type) =>
        new[] { type.BaseType }
            .Concat(type.Interfaces.Select(static implemented => implemented.InterfaceType))
            .Concat(type.Fields.Select(static field => field.FieldType))
            .Concat(type.Methods.SelectMany(MentionedBy))
            .Where(static mentioned => mentioned is not null);

    private static IEnumerable<TypeReference> MentionedBy(MethodDefinition method) =>
        MentionedBy((MethodReference)method)
            .Concat(method.HasBody ? MentionedBy(method.Body) : [])
            .Concat(
                method
                    .GenericParameters.SelectMany(static parameter => parameter.Constraints)
                    .Select(static c => c.ConstraintType)
            );

    private static IEnumerable<TypeReference> MentionedBy(MethodBody body) =>
        body
            .Variables.Select(static variable => variable.VariableType)
            .Concat(
                body.Instructions.SelectMany(static instruction =>
                    instruction.Operand switch
                    {
                        MethodReference method => MentionedBy(method),
                        FieldReference field => [field.DeclaringType, field.FieldType],
                        TypeReference type => [type],
                        _ => Enumerable.Empty<TypeReference>(),
                    }
                )
            );

    private static IEnumerable<TypeReference> MentionedBy(MethodReference method) =>
        method
            .Parameters.Select(static parameter => parameter.ParameterType)
            .Append(method.ReturnType)
            .Append(method.DeclaringType)
            .Concat(method is GenericInstanceMethod generic ? generic.GenericArguments : []);

    public static IEnumerable<TypeReference> Parts(TypeReference type) =>
        type switch
        {
            GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Prepend(generic.ElementType),
            GenericParameter => [],
            TypeSpecification specification => Parts(specification.ElementType),
            _ => [type],
        };
}
