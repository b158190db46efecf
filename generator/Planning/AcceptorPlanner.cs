using System.Globalization;
using SsoOidcGen.Model;
using SsoOidcGen.Model.JmesPath;
using SsoOidcGen.Plan;
using SsoOidcGen.Planning.JmesPath;

namespace SsoOidcGen.Planning;

/// <summary>Turns the rules of a waiter into conditions.</summary>
internal sealed class AcceptorPlanner(
    PathCompiler compiler,
    StructurePlan output,
    IReadOnlyList<ExceptionPlan> exceptions
)
{
    /// <exception cref="PathException">An expression has no C# form, or is compared with what it never is.</exception>
    public AcceptorPlan Plan(Acceptor acceptor)
    {
        (string description, AcceptorCondition condition) = acceptor.Matcher switch
        {
            AcceptorMatcher.Error => PlanError(acceptor.Expected),
            AcceptorMatcher.Status => PlanStatus(acceptor.Expected.Number.GetValueOrDefault()),
            _ => PlanPath(acceptor),
        };
        return new AcceptorPlan(VerdictOf(acceptor.State), description, condition);
    }

    private static WaiterVerdict VerdictOf(AcceptorState state) =>
        state switch
        {
            AcceptorState.Success => WaiterVerdict.Success,
            AcceptorState.Failure => WaiterVerdict.Failure,
            _ => WaiterVerdict.Retry,
        };

    private static (string Description, AcceptorCondition Condition) PlanStatus(int status) =>
        ($"HTTP status {status}", new StatusIs(status));

    private (string Description, AcceptorCondition Condition) PlanError(AcceptorExpectation expected)
    {
        if (expected.Text is { } text)
        {
            string code = text.Substring(text.IndexOf('#') + 1);
            return ($"error {code}", new ErrorIs(AliasesOf(code)));
        }

        return expected.Flag == true ? ("any error", new AnyError()) : ("no error", new NoError());
    }

    /// <summary>All codes under which the error may arrive: a model may name it by its shape or by its code.</summary>
    private List<string> AliasesOf(string code) =>
        exceptions
            .Where(error => error.Aliases.Contains(code))
            .SelectMany(static error => error.Aliases)
            .Prepend(code)
            .Distinct()
            .ToList();

    private (string Description, AcceptorCondition Condition) PlanPath(Acceptor acceptor)
    {
        JmesPathExpression path = acceptor.Argument!;
        string expected =
            acceptor.Expected.Text is { } text ? $"'{text}'"
            : acceptor.Expected.Flag is { } flag ? (flag ? "true" : "false")
            : acceptor.Expected.Number.GetValueOrDefault().ToString(CultureInfo.InvariantCulture);
        (string quantifier, PathPlan condition) = acceptor.Matcher switch
        {
            AcceptorMatcher.PathAny => ("any of ", AnyItem(path, acceptor.Expected)),
            AcceptorMatcher.PathAll => ("all of ", EveryItem(path, acceptor.Expected)),
            _ when acceptor.Expected.Flag == true => ("", compiler.CompileCondition(path, output)),
            _ => ("", IsExpected(compiler.Compile(path, output), acceptor.Expected)),
        };
        return ($"{quantifier}{path.Text} == {expected}", new OutputIs(condition));
    }

    private PathPlan AnyItem(JmesPathExpression path, AcceptorExpectation expected)
    {
        PathPlan list = compiler.Compile(path, output);
        return Scalars.Truth(new AnyLink(list, IsExpected(Sequences.Item(list), expected)));
    }

    private PathPlan EveryItem(JmesPathExpression path, AcceptorExpectation expected)
    {
        PathPlan list = compiler.Compile(path, output);
        if (expected.Text is null)
        {
            throw new PathException("pathAll compares with texts only");
        }

        // An empty list does not match: the item that stands in for those it has not is no text.
        TypePlan item = Sequences.Item(list).Type;
        return Scalars.Truth(new AllLink(list, IsExpected(new ItemPath(item, !item.IsValueType), expected)));
    }

    private static PathPlan IsExpected(PathPlan value, AcceptorExpectation expected)
    {
        value = Scalars.Text(value);
        return value.Type switch
        {
            StringType when expected.Text is { } text => new ComparisonCondition("==", value, new TextLiteral(text)),
            NumberType when expected.Number is { } number => new ComparisonCondition(
                "==",
                value,
                new NumberLiteral(number.ToString(CultureInfo.InvariantCulture), NumericType.Int64)
            ),
            BooleanType when expected.Flag == true => Scalars.Truth(value),
            BooleanType when expected.Flag == false && value.IsNullable => new FalseCondition(value),
            BooleanType when expected.Flag == false => new NotCondition(value),
            _ => throw new PathException($"{value.Type.Name} is never what the acceptor expects"),
        };
    }
}
