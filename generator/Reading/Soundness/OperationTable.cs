using SsoOidcGen.Model;
using SsoOidcGen.Reading.JmesPath;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>The sound operations with their inputs and outputs: what paginators and waiters are checked against.</summary>
internal sealed class OperationTable(IEnumerable<OperationModel> operations, ShapeTable shapes, ModelPlaces places)
{
    private static readonly StructureShape Nothing = new("nothing");

    private readonly Dictionary<string, OperationModel> _operations = operations.ToDictionary(static operation =>
        operation.Name
    );

    public ModelPlaces Places => places;

    public JmesPathTyper Typer { get; } = new(shapes);

    public OperationModel? Find(string name) => _operations.TryGetValue(name, out OperationModel? found) ? found : null;

    /// <summary>An operation that is declared and not found has had its diagnostic.</summary>
    public bool IsDeclared(string name) => places.Has("operations", name);

    /// <summary>Null when the operation has no such input member.</summary>
    public JmesPathType? InputMember(OperationModel operation, string name) =>
        operation.Input is { } input
        && ((StructureShape)shapes.Find(input)!).Members.FirstOrDefault(member => member.Name == name) is { } member
            ? Typer.Of(member.Target)
            : null;

    /// <summary>Members of the input are missing, and that has been reported.</summary>
    public bool IsInputDamaged(OperationModel operation) => operation.Input is { } input && shapes.IsDamaged(input);

    public JmesPathType Input(OperationModel operation) => TypeOf(operation.Input);

    public JmesPathType Output(OperationModel operation) => TypeOf(operation.Output);

    private ShapeType TypeOf(string? structure) => new(structure is null ? Nothing : shapes.Find(structure)!);
}
