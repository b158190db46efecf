using SsoOidcGen.Model;
using SsoOidcGen.Planning.Names;

namespace SsoOidcGen.Planning;

/// <summary>Gives every operation its name, and its input and output theirs, so that callers can guess them.</summary>
internal sealed class OperationNames
{
    private readonly Dictionary<string, string> _operations = [];
    private readonly Dictionary<string, string> _descriptors = [];
    private readonly Dictionary<string, int> _uses = [];

    /// <param name="service">All of it: what a project leaves out must not change the names of the rest.</param>
    public OperationNames(ServiceModel service)
    {
        // File names come from them, and file systems may not tell capitals apart.
        NameScope names = new(StringComparer.OrdinalIgnoreCase, []);
        NameScope descriptors = new(StringComparer.Ordinal, [.. ReservedNames.ObjectMembers, "Operations"]);
        foreach (OperationModel operation in service.Operations)
        {
            string name = names.Claim(CSharpNames.Pascal(operation.Name));
            _operations.Add(operation.Name, name);
            _descriptors.Add(operation.Name, descriptors.Claim(name, "Descriptor"));
            Count(operation.Input);
            Count(operation.Output);
        }

        foreach (Shape shape in service.Shapes)
        {
            foreach (string target in TargetsOf(shape))
            {
                Count(target);
            }
        }
    }

    public string Of(OperationModel operation) => _operations[operation.Name];

    /// <summary>The property of the class <c>Operations</c>, where names that every object has are taken.</summary>
    public string OfProperty(OperationModel operation) => _descriptors[operation.Name];

    /// <summary>The class of the descriptor, which no property of the class <c>Operations</c> may hide.</summary>
    public string OfDescriptor(OperationModel operation)
    {
        string name = Of(operation) + "Operation";
        return _descriptors.ContainsValue(name) ? name + "Descriptor" : name;
    }

    /// <summary>The wanted name of the input's type; null for a shape that has other uses and so keeps its own.</summary>
    public string? OfInput(OperationModel operation) => IsOwn(operation.Input) ? Of(operation) + "Request" : null;

    /// <summary>The wanted name of the output's type; null for a shape that has other uses and so keeps its own.</summary>
    public string? OfOutput(OperationModel operation) => IsOwn(operation.Output) ? Of(operation) + "Response" : null;

    private bool IsOwn(string? shape) => shape is null || _uses[shape] == 1;

    private void Count(string? shape)
    {
        if (shape is not null)
        {
            _uses[shape] = _uses.TryGetValue(shape, out int uses) ? uses + 1 : 1;
        }
    }

    private static IEnumerable<string> TargetsOf(Shape shape) =>
        shape switch
        {
            StructureShape structure => structure.Members.Select(static member => member.Target),
            ListShape list => [list.Member.Target],
            MapShape map => [map.Value.Target],
            _ => [],
        };
}
