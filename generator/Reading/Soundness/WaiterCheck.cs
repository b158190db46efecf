using System.Globalization;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.JmesPath;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>Decides whether a waiter's acceptors can match what its operation returns.</summary>
internal sealed class WaiterCheck(OperationTable operations, Findings findings)
{
    /// <summary>One unsound acceptor spoils the waiter: without it the others would decide wrongly.</summary>
    public bool IsSound(WaiterModel waiter)
    {
        if (operations.Find(waiter.Operation) is not { } operation)
        {
            return false;
        }

        JmesPathType output = operations.Output(operation);
        bool isSound =
            waiter.Acceptors.Count > 0 || Report(waiter, new ModelPart.Acceptors(waiter.Name), "it has no acceptors");
        for (int i = 0; i < waiter.Acceptors.Count; i++)
        {
            isSound &= IsSound(waiter, i, output);
        }

        return isSound;
    }

    private bool IsSound(WaiterModel waiter, int index, JmesPathType output)
    {
        Acceptor acceptor = waiter.Acceptors[index];
        AcceptorExpectation expected = acceptor.Expected;
        if (acceptor.Argument is { } argument)
        {
            ModelPart part = new ModelPart.AcceptorArgument(waiter.Name, index);
            return operations.TypeOf(argument, output, part) is { } type
                && IsComparable(waiter, index, argument, type, expected);
        }

        return (acceptor.Matcher is AcceptorMatcher.Status) == (expected.Number is not null)
            || Report(
                waiter,
                new ModelPart.AcceptorExpectation(waiter.Name, index),
                "a status is a number, an error is a code, true or false"
            );
    }

    private bool IsComparable(
        WaiterModel waiter,
        int index,
        JmesPathExpression argument,
        JmesPathType type,
        AcceptorExpectation expected
    )
    {
        JmesPathType compared = type;
        if (waiter.Acceptors[index].Matcher is not AcceptorMatcher.Path)
        {
            if (type is not ListType list)
            {
                return Report(
                    waiter,
                    new ModelPart.AcceptorArgument(waiter.Name, index),
                    $"'{argument.Text}' is {JmesPathTyper.Describe(type)}, not a list"
                );
            }

            compared = list.Item;
        }

        bool fits =
            compared is ShapeType { Shape: var shape }
            && shape switch
            {
                StringShape => expected.Text is not null,
                BooleanShape => expected.Flag is not null,
                NumberShape => expected.Number is not null,
                _ => false,
            };
        return fits
            || Report(
                waiter,
                new ModelPart.AcceptorExpectation(waiter.Name, index),
                $"'{argument.Text}' gives {JmesPathTyper.Describe(compared)}, which is never {Describe(expected)}"
            );
    }

    private static string Describe(AcceptorExpectation expected) =>
        expected.Text is { } text ? $"'{text}'"
        : expected.Number is { } number ? number.ToString(CultureInfo.InvariantCulture)
        : expected.Flag is true ? "true"
        : "false";

    private bool Report(WaiterModel waiter, ModelPart part, string fault)
    {
        findings.Add(ReadingDiagnostics.InvalidWaiter, part, waiter.Name, fault);
        return false;
    }
}
