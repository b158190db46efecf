using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.JmesPath;
using SsoOidcGen.Reading.JmesPath;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>The sound operations with their inputs and outputs: what endpoint parameters, paginators and waiters are checked against.</summary>
internal sealed class OperationTable(IEnumerable<OperationModel> operations, ShapeTable shapes, Findings findings)
{
    private static readonly StructureShape Nothing = new("nothing");

    private readonly JmesPathTyper _typer = new(shapes);

    private readonly Dictionary<string, OperationModel> _operations = operations.ToDictionary(static operation =>
        operation.Name
    );

    public OperationModel? Find(string name) => _operations.TryGetValue(name, out OperationModel? found) ? found : null;

    /// <summary>Null when the operation has no such input member.</summary>
    public JmesPathType? InputMember(OperationModel operation, string name) =>
        operation.Input is { } input
        && ((StructureShape)shapes.Find(input)!).Members.FirstOrDefault(member => member.Name == name) is { } member
            ? _typer.Of(member.Target)
            : null;

    /// <summary>Members of the input are missing, and that has been reported.</summary>
    public bool IsInputDamaged(OperationModel operation) => operation.Input is { } input && shapes.IsDamaged(input);

    public JmesPathType Input(OperationModel operation) => TypeOf(operation.Input);

    public JmesPathType Output(OperationModel operation) => TypeOf(operation.Output);

    public JmesPathType TypeOf(Member member) => _typer.Of(member.Target);

    /// <summary>What an expression gives. Null, with a diagnostic, when it asks for what is not there.</summary>
    public JmesPathType? TypeOf(JmesPathExpression path, JmesPathType current, ModelPart part)
    {
        try
        {
            return _typer.Find(path.Root, current);
        }
        catch (JmesPathException error)
        {
            if (!error.IsReported)
            {
                findings.Add(ReadingDiagnostics.InvalidJmesPath, part, path.Text, error.Message);
            }

            return null;
        }
    }

    private ShapeType TypeOf(string? structure) => new(structure is null ? Nothing : shapes.Find(structure)!);
}
