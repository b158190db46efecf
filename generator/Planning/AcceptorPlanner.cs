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
    private const string Output = "output";

    /// <exception cref="PathException">An expression has no C# form, or is compared with what it never is.</exception>
    public AcceptorPlan Plan(Acceptor acceptor) =>
        acceptor.Matcher switch
        {
            AcceptorMatcher.Error => PlanError(acceptor),
            AcceptorMatcher.Status => AboutResult(
                acceptor,
                $"HTTP status {acceptor.Expected.Number}",
                $"(int?)result.StatusCode == {acceptor.Expected.Number}"
            ),
            _ => PlanPath(acceptor),
        };

    private static AcceptorPlan AboutResult(Acceptor acceptor, string description, string condition) =>
        new(VerdictOf(acceptor), description, IsAboutOutput: false, condition);

    private static WaiterVerdict VerdictOf(Acceptor acceptor) =>
        acceptor.State switch
        {
            AcceptorState.Success => WaiterVerdict.Success,
            AcceptorState.Failure => WaiterVerdict.Failure,
            _ => WaiterVerdict.Retry,
        };

    private AcceptorPlan PlanError(Acceptor acceptor)
    {
        if (acceptor.Expected.Text is { } text)
        {
            string code = text.Substring(text.IndexOf('#') + 1);
            string pattern = string.Join(" or ", Aliases(code).Select(Literals.String));
            return AboutResult(acceptor, $"error {code}", $"result.Exception is {{ ErrorCode: {pattern} }}");
        }

        // An error is what the service says; a service out of reach has no code.
        return acceptor.Expected.Flag == true
            ? AboutResult(acceptor, "any error", "result.Exception is { ErrorCode: not null }")
            : AboutResult(acceptor, "no error", "result.IsSuccess");
    }

    /// <summary>All codes under which the error may arrive: a model may name it by its shape or by its code.</summary>
    private IEnumerable<string> Aliases(string code) =>
        exceptions
            .Where(error => error.Aliases.Contains(code))
            .SelectMany(static error => error.Aliases)
            .Prepend(code)
            .Distinct();

    private AcceptorPlan PlanPath(Acceptor acceptor)
    {
        JmesPathExpression path = acceptor.Argument!;
        string expected =
            acceptor.Expected.Text is { } text ? $"'{text}'"
            : acceptor.Expected.Flag is { } flag ? Literals.Bool(flag)
            : acceptor.Expected.Number.ToString();
        (string quantifier, string condition) = acceptor.Matcher switch
        {
            AcceptorMatcher.PathAny => ("any of ", AnyItem(path, acceptor.Expected)),
            AcceptorMatcher.PathAll => ("all of ", EveryItem(path, acceptor.Expected)),
            _ when acceptor.Expected.Flag == true => ("", compiler.CompileCondition(path, Output, output).Code),
            _ => ("", IsExpected(compiler.Compile(path, Output, output), acceptor.Expected)),
        };
        return new AcceptorPlan(
            VerdictOf(acceptor),
            $"{quantifier}{path.Text} == {expected}",
            IsAboutOutput: true,
            condition
        );
    }

    private string AnyItem(JmesPathExpression path, AcceptorExpectation expected)
    {
        PathExpression list = compiler.Compile(path, Output, output);
        return Test(list, $"Any(static item => {IsExpected(Sequences.Item(list), expected)})");
    }

    private string EveryItem(JmesPathExpression path, AcceptorExpectation expected)
    {
        PathExpression list = compiler.Compile(path, Output, output);
        if (expected.Text is null)
        {
            throw new PathException("pathAll compares with texts only");
        }

        // An empty list does not match: its default item is no text.
        TypePlan item = Sequences.Item(list).Type;
        PathExpression items = list.Access("DefaultIfEmpty()", new SequenceType(item, Sparse: !item.IsValueType));
        return Test(items, $"All(static item => {IsExpected(Sequences.Item(items), expected)})");
    }

    private static string Test(PathExpression list, string call) =>
        Scalars.Truth(list.Access(call, new BooleanType())).Code;

    private static string IsExpected(PathExpression value, AcceptorExpectation expected)
    {
        value = Scalars.Text(value);
        return value.Type switch
        {
            StringType when expected.Text is { } text => $"{value.At(Precedence.Unary)} == {Literals.String(text)}",
            NumberType when expected.Number is { } number => $"{value.At(Precedence.Unary)} == {number}",
            BooleanType when expected.Flag == true => Scalars.Truth(value).Code,
            BooleanType when expected.Flag == false && value.IsNullable => $"{value.At(Precedence.Unary)} == false",
            BooleanType when expected.Flag == false => Scalars.Not(value).Code,
            _ => throw new PathException($"{value.Type.Name} is never what the acceptor expects"),
        };
    }
}
